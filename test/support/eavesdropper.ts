import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { question } from './raw-frames.ts'
import type { InnerServer } from './inner-server.ts'

/** Something that could have to do with one person, and when it was seen. */
export interface Mark {
  readonly at: number
  readonly seat: string
  readonly what: string
}

/** Something that nobody signed. */
export interface Sight {
  readonly at: number
  readonly kind: 'said' | 'changed' | 'rang'
  readonly id: string
  readonly text: string
  /** Which one of its batch it was, by the order of its structs, and by its place on the wall. */
  readonly nth: number
  readonly nthPlace: number
  readonly clock: number
  readonly slot: string
}

export interface Eavesdropper {
  readonly socket: WebSocket
  readonly marks: readonly Mark[]
  readonly sights: readonly Sight[]
  /** Every byte with its time. */
  readonly frames: readonly { readonly at: number; readonly bytes: Uint8Array }[]
  /** Ideas that are out. */
  ideas(): readonly string[]
  readonly doc: Y.Doc
  /** The list of people and one's own facts, as they were told last. */
  people(): ReturnType<typeof JSON.parse>
  mine(): ReturnType<typeof JSON.parse>
  /** The client id under which the server says that it writes. */
  serverClient(): number
}

/** Somebody on the board who keeps every byte and its time, and looks for whatever could tell people apart. */
export function eavesdropper(server: InnerServer, token: string): Eavesdropper {
  const marks: Mark[] = []
  const sights: Sight[] = []
  const frames: { at: number; bytes: Uint8Array }[] = []
  const doc = new Y.Doc()
  const known = new Map<string, string>()
  const clients = new Map<number, string>()
  const last = new Map<number, ReturnType<typeof JSON.parse>>()
  const out: string[] = []
  let serverClient = 0
  const texts = new Map<string, string>()
  const touched = new Set<string>()
  for (const root of ['ideas', 'builds']) {
    doc.getMap(root).observeDeep((events) => {
      for (const { path, keys } of events)
        for (const id of path.length === 0 ? keys.keys() : [path[0]]) touched.add(String(id))
    })
  }
  const rows = new Set<string>()
  let knowsPeople = false
  const { now } = server.clock
  const mark = (seat: string, what: string) => void marks.push({ at: now(), seat, what })

  /** Whatever is another than before in somebody's row is a mark. */
  function readPeople(people: readonly Record<string, unknown>[]): void {
    for (const row of people) {
      const seat = String(row['seat'])
      for (const [key, value] of Object.entries(row)) {
        const before = known.get(`${seat} ${key}`)
        known.set(`${seat} ${key}`, String(value))
        if (before !== undefined && before !== String(value)) mark(seat, `${key} ${String(value)}`)
      }
      if (knowsPeople && !rows.has(seat)) mark(seat, 'comes')
      rows.add(seat)
    }
    knowsPeople = true
  }

  function readAwareness(decoder: decoding.Decoder): void {
    const body = decoding.createDecoder(decoding.readVarUint8Array(decoder))
    for (let left = decoding.readVarUint(body); left > 0; left--) {
      const client = decoding.readVarUint(body)
      decoding.readVarUint(body)
      const state = JSON.parse(decoding.readVarString(body))
      const key = `client ${client}`
      const before = known.get(key)
      const said = JSON.stringify(state)
      if (state !== null) clients.set(client, String(state.seat))
      known.set(key, said)
      const seat = clients.get(client)
      if (before !== said && seat !== undefined) mark(seat, state === null ? 'left' : 'moves')
    }
  }

  function readSync(decoder: decoding.Decoder): void {
    if (decoding.readVarUint(decoder) === 0) return
    touched.clear()
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
    const news = [...touched].flatMap((id): Said[] => {
      const root = doc.getMap<Y.Map<unknown>>('ideas').has(id) ? 'ideas' : 'builds'
      const record = doc.getMap<Y.Map<unknown>>(root).get(id)
      const text = String(record?.get('text'))
      const kind = texts.has(id) ? 'changed' : 'said'
      if (record === undefined || texts.get(id) === text) return []
      if (kind === 'said' && root === 'ideas') out.push(id)
      texts.set(id, text)
      return [{ id, kind, text, clock: record._item?.id.clock ?? 0, slot: String(record.get('slot')) }]
    })
    sights.push(...inTheirOrder(news, now()))
  }

  function hear(bytes: Uint8Array): void {
    frames.push({ at: now(), bytes })
    const decoder = decoding.createDecoder(bytes)
    const number = decoding.readVarUint(decoder)
    if (number === 0) return readSync(decoder)
    if (number === 1) return readAwareness(decoder)
    if (number < 64 || number >= 75) return
    const fields = JSON.parse(decoding.readVarString(decoder))
    if (number === 64) serverClient = fields.serverClient
    last.set(number, fields)
    if (number === 70) readPeople(fields.people)
    if (number === 72)
      sights.push({ at: now(), kind: 'rang', id: '', text: '', nth: 0, nthPlace: 0, clock: 0, slot: '' })
  }

  const socket = server.connect(token, hear)
  socket.once('open', () => socket.send(question()))
  return {
    socket,
    marks,
    sights,
    frames,
    doc,
    ideas: () => out,
    people: () => last.get(70),
    mine: () => last.get(71),
    serverClient: () => serverClient,
  }
}

type Said = Pick<Sight, 'id' | 'kind' | 'text' | 'clock' | 'slot'>

/** With their number in the batch by what Yjs and the wall make of it. */
function inTheirOrder(news: readonly Said[], at: number): readonly Sight[] {
  const byClock = news.toSorted((one, other) => one.clock - other.clock)
  const bySlot = news.toSorted((one, other) => (one.slot < other.slot ? -1 : 1))
  return news.map((each) => ({ ...each, at, nth: byClock.indexOf(each), nthPlace: bySlot.indexOf(each) }))
}
