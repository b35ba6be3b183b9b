import { areaAtRest } from './area.ts'
import { connectorAtRest } from './connector.ts'
import { eraserAtRest } from './eraser.ts'
import { handAtRest } from './hand.ts'
import { noteAtRest } from './note.ts'
import { highlighterAtRest, penAtRest } from './pen.ts'
import { selectAtRest } from './select.ts'
import { textAtRest } from './text.ts'
import type { ToolStates } from './toolbox.ts'

/** What each tool does: where it begins and always comes back to. */
export const states: ToolStates = {
  ...{ select: selectAtRest, hand: handAtRest, note: noteAtRest },
  ...{ text: textAtRest, area: areaAtRest, connector: connectorAtRest },
  ...{ pen: penAtRest, highlighter: highlighterAtRest, eraser: eraserAtRest },
}
