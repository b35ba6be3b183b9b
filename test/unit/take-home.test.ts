import { exporters } from '@momentous/server/exports/exporters'
import type { Exporter } from '@momentous/shared/exports/exporter'
import { exporters as sharedExporters, stemOf } from '@momentous/shared/exports/exporters'
import { expect, it } from 'vitest'
import type { Device } from '../../client/src/model/device.ts'
import { formFormats } from '../../client/src/model/form-formats.ts'
import { openPictureChoice } from '../../client/src/model/picture-choice.ts'
import { openTakeHome } from '../../client/src/model/take-home.ts'

const deviceWith = (kept: Map<string, string>): Device => ({
  lasting: true,
  read: (key) => kept.get(key) ?? null,
  write: (key, words) => void kept.set(key, words),
})

it('the last choice of a file is there the next time', () => {
  const kept = new Map<string, string>()
  const choice = openTakeHome(deviceWith(kept))
  const { wishes } = choice.get()
  choice.set({ format: 'xlsx', wishes: { ...wishes, extended: true } })
  expect(openTakeHome(deviceWith(kept)).get()).toEqual({ format: 'xlsx', wishes: { ...wishes, extended: true } })
})

it('how the last picture was made is there the next time, and what is no such choice is forgotten', () => {
  const kept = new Map<string, string>()
  const choice = openPictureChoice(deviceWith(kept))
  choice.set({ ...choice.get(), format: 'pdf', pages: 'many', bare: true })
  expect(openPictureChoice(deviceWith(kept)).get()).toEqual(choice.get())
  kept.set('momentous.picture', '{"format":"bmp","scale":9}')
  expect(openPictureChoice(deviceWith(kept)).get()).toMatchObject({ format: 'png', scale: 2, bare: false })
})

it.each(['', 'no json', '{"format":"wordperfect","wishes":{}}', '[]'])('what was kept as %j is forgotten', (words) => {
  const device = deviceWith(new Map([['momentous.take-home', words]]))
  expect(openTakeHome(device).get()).toMatchObject({ format: 'docx', wishes: { shortlistFirst: true } })
})

it('the dialog offers what the registries write, and knows who writes it', () => {
  // The next session has a dialog of its own.
  const { calendar: _, ...offered } = exporters
  const facts = Object.values<Exporter>(offered).map((exporter) => [
    exporter.id,
    { of: exporter.of, stem: stemOf(exporter), extension: exporter.extension },
  ])
  const known = Object.entries(formFormats).map(([id, { of, stem, extension }]) => [id, { of, stem, extension }])
  const pictures = ['html', 'pdf', 'png', 'svg'].map((extension) => [
    extension === 'html' ? 'board-page' : `board-${extension}`,
    { of: 'board', stem: 'board', extension },
  ])
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries([...facts, ...pictures]))
  const device = Object.entries(formFormats).filter(([, { by }]) => by === 'device')
  expect(device.map(([id]) => id).filter((id) => !Object.hasOwn(sharedExporters, id))).toEqual([])
})
