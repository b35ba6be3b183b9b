import * as v from 'valibot'

/** What a person gives for good: it waits on this device while there is no link, and is sent when there is one. */
const lasting: ReadonlySet<string> = new Set([
  'cast-ballot',
  'grade-moment',
  'raise-idea',
  'build-on-idea',
  'raise-concern',
  'keep-moment',
])

export function canWait(name: string): boolean {
  return lasting.has(name)
}

interface Asked {
  readonly name: string
  readonly args: unknown
}

const slots: Readonly<Record<string, v.GenericSchema<unknown, Readonly<Record<string, unknown>>>>> = {
  'cast-ballot': v.object({ round: v.number() }),
  'grade-moment': v.object({ moment: v.string(), round: v.number() }),
}

/** Commands with the same slot take each other's place: only the last one counts. Null for what stands for itself. */
export function slotOf({ name, args }: Asked): string | null {
  const schema = slots[name]
  const given = schema === undefined ? null : v.safeParse(schema, args)
  return given?.success === true ? `${name} ${Object.values(given.output).join(' ')}` : null
}

const said = v.object({ text: v.optional(v.string()), words: v.optional(v.string()) })
const titled = v.object({ title: v.string() })
const several = v.object({ moments: v.array(v.object({ text: v.string() })) })
const drawn = v.object({ shapes: v.array(v.object({ words: v.optional(v.string(), '') })) })

/** What somebody wrote, when a command was about words. */
export function wordsAsked({ name, args }: Asked): string {
  if (name === 'add-stage') return v.is(titled, args) ? args.title : ''
  if (v.is(several, args)) return args.moments.map(({ text }) => text).join('\n')
  const shapes = v.safeParse(drawn, args)
  if (shapes.success) return shapes.output.shapes.flatMap(({ words }) => (words.trim() === '' ? [] : words)).join('\n')
  const given = v.safeParse(said, args)
  return given.success ? (given.output.text ?? given.output.words ?? '') : ''
}
