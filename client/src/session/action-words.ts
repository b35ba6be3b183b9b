import { ACTION_TEXT_MAX } from '@momentous/shared/domain/action'

/** An action's words with an idea's put after them as a sentence of their own; unchanged when they are there already. */
export function withIdea(text: string, idea: string): string {
  const said = text.trim()
  const added = idea.trim()
  if (said.includes(added)) return text
  if (said === '') return added.slice(0, ACTION_TEXT_MAX)
  return `${said}${/[.?!:]$/u.test(said) ? '' : '.'} ${added}`.slice(0, ACTION_TEXT_MAX)
}
