import { textEdit } from '@momentous/shared/commands/edit-text'
import type { Action } from '@momentous/shared/domain/action'
import type { Idea } from '@momentous/shared/domain/idea'
import type { ActionId, MomentId } from '@momentous/shared/domain/id'
import { Check } from 'lucide-react'
import { Chip } from '../controls/Chip.tsx'
import { useActionsOf, useActor, useIdeasOf, useStore } from '../model/use-store.ts'
import { ideasUsed, planWords } from '../words/plan.ts'
import { withIdea } from './action-words.ts'
import './action-form.css'

export interface IdeaChipsProps {
  readonly moment: MomentId
  readonly action: Action | undefined
  /** A press without an action made one. */
  readonly onPick: (action: ActionId) => void
}

/** The ideas with merit: a press puts their words into the action. */
export function IdeaChips({ moment, action, onPick }: IdeaChipsProps) {
  const { role } = useActor()
  const ideas = useIdeasOf(moment).filter(({ verdict, withdrawn }) => verdict.state === 'merit' && !withdrawn)
  const used = new Set(useActionsOf(moment).flatMap((each) => each.ideas))
  const toggle = useToggle(moment, action, onPick)
  return (
    <section className="plan-ideas">
      <header className="plan-section-head">
        <h3 className="t-label">{planWords.fromIdeas}</h3>
        {ideas.length > 0 && (
          <span className="t-small t-second t-figures">
            {ideasUsed(ideas.filter(({ id }) => used.has(id)).length, ideas.length)}
          </span>
        )}
      </header>
      {ideas.length === 0 && <p className="t-small t-second">{planWords.noMerit}</p>}
      <div className="plan-chips">
        {ideas.map((idea) => {
          const on = used.has(idea.id)
          return (
            <span key={idea.id} className="plan-chip" title={idea.text}>
              <Chip
                {...(on && { icon: <Check /> })}
                {...(role !== 'observer' && { pressed: on, onPress: () => toggle(idea, on) })}
              >
                {idea.text}
              </Chip>
            </span>
          )
        })}
      </div>
    </section>
  )
}

function useToggle(moment: MomentId, action: Action | undefined, onPick: (action: ActionId) => void) {
  const store = useStore()
  const actions = useActionsOf(moment)
  return (idea: Idea, on: boolean) =>
    store.together(() => {
      const holders = actions.filter(({ ideas }) => ideas.includes(idea.id))
      if (on) {
        for (const { id, ideas } of holders) {
          tell(store.act('set-action', { id, ideas: ideas.filter((each) => each !== idea.id) }))
        }
      } else if (action === undefined) {
        const id = store.newId<ActionId>()
        if (tell(store.act('add-action', { id, moment, text: withIdea('', idea.text), ideas: [idea.id] }))) onPick(id)
      } else {
        const edit = textEdit(action.text, withIdea(action.text, idea.text))
        const done = tell(store.act('set-action', { id: action.id, ideas: [...action.ideas, idea.id] }))
        if (done) tell(store.act('edit-text', { root: 'actions', id: action.id, key: 'text', ...edit }))
      }
    })

  function tell(ruling: ReturnType<typeof store.act>): boolean {
    if (!ruling.allowed) store.say(ruling.reason)
    return ruling.allowed
  }
}
