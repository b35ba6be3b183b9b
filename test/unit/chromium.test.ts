import { describe, expect, it } from 'vitest'
import { ensureChromium } from '../support/chromium.ts'

describe('finding a browser for the tests', () => {
  it('takes the one that is there and installs nothing', () => {
    const untouched = () => {
      throw new Error('Nothing should be installed.')
    }
    expect(ensureChromium(() => '/usr/bin/chromium', [untouched])).toBe('/usr/bin/chromium')
  })

  it('looks again after each remedy that worked, and goes on after one that did not', () => {
    const tried: string[] = []
    const find = () => (tried.at(-1) === 'debian' ? '/usr/bin/chromium' : undefined)
    const remedy = (name: string, works: boolean) => () => {
      tried.push(name)
      return works
    }
    expect(ensureChromium(find, [remedy('playwright', false), remedy('debian', true)])).toBe('/usr/bin/chromium')
    expect(tried).toEqual(['playwright', 'debian'])
  })

  it('says what to install when no remedy helped', () => {
    expect(() => ensureChromium(() => undefined, [() => false])).toThrow(/Install one/)
  })
})
