import type { Scene } from '@momentous/shared/scene/scene'

/** The tidy notes that lie on each other, two by two, in words: there should be none. */
export function overlapping(scene: Scene): readonly string[] {
  const tidy = scene
    .order()
    .flatMap((id) => scene.note(id) ?? [])
    .filter(({ moment }) => moment.place === null)
  return tidy.flatMap((one, at) =>
    tidy
      .slice(at + 1)
      .filter(
        ({ rect }) =>
          rect.x < one.rect.x + one.rect.w &&
          one.rect.x < rect.x + rect.w &&
          rect.y < one.rect.y + one.rect.h &&
          one.rect.y < rect.y + rect.h,
      )
      .map((other) => `“${one.moment.text}” lies on “${other.moment.text}”`),
  )
}
