import type { Wall } from '../model/wall.ts'
import type * as Deeds from './deed-news.ts'

type DeedNews = Deeds.DeedNews

/** The same wall, which tells what this person does on it. The words for it are fetched with the first deed. */
export function tellingWall(wall: Wall, say: (news: DeedNews) => void): Wall {
  let quiet = false
  const tell = async (read: (deeds: typeof Deeds) => DeedNews | null) => {
    const news = read(await import('./deed-news.ts'))
    if (news !== null) say(news)
  }
  // Without a network what was done is seen, and saved; nobody waits for the sentence.
  const tellSoon = (read: (deeds: typeof Deeds) => DeedNews | null) => void tell(read).catch(() => undefined)
  return {
    ...wall,
    act(verb, args) {
      const ruling = wall.act(verb, args)
      if (ruling.allowed && !quiet) tellSoon(({ newsOf }) => newsOf(verb, args, wall))
      return ruling
    },
    withoutTrace(change) {
      quiet = true
      try {
        wall.withoutTrace(change)
      } finally {
        quiet = false
      }
    },
    undo() {
      const could = wall.canUndo()
      wall.undo()
      if (could) tellSoon(({ takenBack }) => takenBack)
    },
    redo() {
      const could = wall.canRedo()
      wall.redo()
      if (could) tellSoon(({ doneAgain }) => doneAgain)
    },
  }
}
