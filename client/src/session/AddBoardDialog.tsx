import { bringsNothing } from '@momentous/shared/additions/addition-facts'
import { Check, Undo2 } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import type { Addition } from '../model/add-board.ts'
import { useRuling } from '../model/use-store.ts'
import { addBoardWords as words, broughtWords, fromWords, twinsWords } from '../words/add-board.ts'
import { importWords } from '../words/import.ts'
import { useAddBoard, type Adding } from './use-add-board.ts'
import './bring-back.css'

export interface AddBoardDialogProps {
  readonly file: File
  readonly token: string
  /** Back to where files are chosen. */
  readonly onOther: () => void
  readonly onClose: () => void
}

/** Another board comes onto this one: what it brings, all of it in one step, and back again. */
export function AddBoardDialog({ file, token, onOther, onClose }: AddBoardDialogProps) {
  const adding = useAddBoard(file, token)
  const { state, trouble } = adding
  return (
    <Dialog title={words.title} onClose={onClose} foot={<Foot adding={adding} onOther={onOther} onClose={onClose} />}>
      <div className="bring-back">
        {trouble !== null && (
          <p className="bring-back-news" role="alert">
            {trouble}
          </p>
        )}
        {state.step === 'reading' && <p role="status">{importWords.reading}</p>}
        {state.step === 'told' && <Told addition={state.addition} />}
        {state.step === 'done' && (
          <>
            <p className="t-lead" role="status">
              {words.done}
            </p>
            <Brought addition={state.addition} />
          </>
        )}
        {state.step === 'back' && (
          <p className="t-lead" role="status">
            {state.words}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function Told({ addition }: { readonly addition: Addition }) {
  const { first, left, twins, title } = addition
  const more = addition.counts.moments > first.length
  return (
    <>
      <p className="t-lead" role="status">
        {bringsNothing(addition) ? words.nothing : fromWords(title)}
      </p>
      {twins > 0 && <p className="bring-back-news">{twinsWords(addition)}</p>}
      {!bringsNothing(addition) && <Brought addition={addition} />}
      {first.length > 0 && (
        <section className="bring-back-part">
          <h3 className="t-h4">{words.first}</h3>
          <ol className="bring-back-first">
            {first.map((text, at) => (
              <li key={at} dir="auto">
                {text}
              </li>
            ))}
            {more && <li className="t-second">…</li>}
          </ol>
        </section>
      )}
      {left.length > 0 && (
        <section className="bring-back-part">
          <h3 className="t-h4">{words.left}</h3>
          <ul className="bring-back-first">
            {left.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {!bringsNothing(addition) && <p className="t-small t-second">{words.behind}</p>}
    </>
  )
}

function Brought({ addition }: { readonly addition: Addition }) {
  return (
    <section className="bring-back-part">
      <h3 className="t-h4">{words.brings}</h3>
      <ul className="bring-back-figures t-figures">
        {broughtWords(addition).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  )
}

interface FootProps {
  readonly adding: Adding
  readonly onOther: () => void
  readonly onClose: () => void
}

function Foot({ adding, onOther, onClose }: FootProps) {
  const { state, busy } = adding
  const ruling = useRuling('merge-form', { changes: [] })
  if (state.step === 'done')
    return (
      <>
        <Button key="back" icon={<Undo2 />} aria-busy={busy} onClick={() => void adding.takeBack()}>
          {words.takeBack}
        </Button>
        <Button key="close" look="primary" onClick={onClose}>
          {words.close}
        </Button>
      </>
    )
  const addable = state.step === 'told' && !bringsNothing(state.addition)
  return (
    <>
      <Button key="other" onClick={onOther}>
        {words.otherFile}
      </Button>
      {addable && (
        <Button
          key="add"
          look="primary"
          icon={<Check />}
          aria-busy={busy}
          refusal={ruling.allowed ? null : ruling.reason}
          onClick={() => void adding.add()}
        >
          {busy ? words.adding : words.add}
        </Button>
      )}
      {(state.step === 'back' || state.step === 'refused') && (
        <Button key="close" look="primary" onClick={onClose}>
          {words.close}
        </Button>
      )}
    </>
  )
}
