import { describe, expect, it } from 'vitest'
import { webLinks } from '../../client/src/model/web-links.ts'
import { selectedLink } from '../../client/src/tools/open-link.ts'
import { hand } from '../support/live-bench.ts'
import { hostileTexts } from '../support/hostile-text.ts'

describe('links in words', () => {
  it('are web addresses, without what ends the sentence', () => {
    expect(webLinks('See https://example.org/a?b=1#c, or (http://example.com). https://example.org/a?b=1#c!')).toEqual([
      ...['https://example.org/a?b=1#c', 'http://example.com/'],
    ])
    expect(webLinks('https://example.org/wiki/Truth_(moment)')).toEqual(['https://example.org/wiki/Truth_(moment)'])
  })

  it.each([
    ...['javascript:alert(1)', 'JavaScript://example.org/%0aalert(1)', 'data:text/html,<b>', 'file:///etc/passwd'],
    ...['java\nscript:alert(1)', 'xhttps://example.org', 'https://', 'http://[', 'example.org', ...hostileTexts],
  ])('are nothing else: %j', (text) => {
    expect(webLinks(text).filter((link) => !/^https?:\/\/[^/]/.test(link))).toEqual([])
    if (!text.includes('http://x')) expect(webLinks(text)).toEqual([])
  })

  it('are found in the one piece that is selected', () => {
    const who = hand()
    const [one, two] = who.line
    const insert = 'https://example.org '
    who.wall.act('edit-text', { root: 'moments', id: one, key: 'text', index: 0, remove: 0, insert })
    expect(selectedLink(who.bench)).toBe(null)
    who.bench.selection.set([one])
    expect(selectedLink(who.bench)).toBe('https://example.org/')
    who.bench.selection.set([one, two])
    expect(selectedLink(who.bench)).toBe(null)
  })
})
