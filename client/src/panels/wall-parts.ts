import { lazyPart } from '../controls/lazy-part.ts'

/** What stands at the wall's edges in the phases after Post; each is fetched when its phase is near. */
export const wallParts = {
  colour: {
    Prompt: lazyPart(async () => (await import('./ColourPrompt.tsx')).ColourPrompt),
    Tray: lazyPart(async () => (await import('./ColourTray.tsx')).ColourTray),
  },
  choose: {
    Prompt: lazyPart(async () => (await import('./ChoosePrompt.tsx')).ChoosePrompt),
    Tray: lazyPart(async () => (await import('./ChooseTray.tsx')).ChooseTray),
  },
}
