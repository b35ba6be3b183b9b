import { importBounds } from '@momentous/shared/imports/bounds'
import { decodeText } from '@momentous/shared/imports/decode-text'
import { Unreadable } from '@momentous/shared/imports/unreadable'
import { SaxesParser } from 'saxes'

export interface XmlListener {
  /** Names without their prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
  /** True when nothing more is wanted. */
  enough?(): boolean
}

const PIECE = 64 * 1024

/**
 * Reads XML from its beginning to its end, and keeps nothing of it. A document that declares entities is refused: an
 * office program declares none, and they are how a short file becomes an endless one.
 */
export function readXml(bytes: Uint8Array, part: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  const fail = (why: string): never => {
    throw new Unreadable(`Its part ${part}, line ${parser.line}: ${why}`)
  }
  parser.on('doctype', () => fail('this part declares entities. Save the file again with an office program.'))
  parser.on('error', () => fail('this part of the file can’t be read. Save it again, then bring it.'))
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > importBounds.depth) fail('this part of the file is nested too deep to be read.')
    listener.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    listener.close?.(localName(name))
  })
  const tell = (text: string): void => listener.text?.(text)
  parser.on('text', tell)
  parser.on('cdata', tell)
  const text = decodeText(bytes)
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE))
    if (listener.enough?.() === true) return
  }
  parser.close()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** An attribute by its name, whatever prefix the writer gave it. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name]
  const found = Object.keys(attributes).find((each) => localName(each) === name)
  return found === undefined ? undefined : attributes[found]
}
