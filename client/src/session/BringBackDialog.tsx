import { Check, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { isBoardFile } from '../model/add-board.ts'
import { useRuling } from '../model/use-store.ts'
import { applyWords, boardCameWords, doneWords, formCameWords, importWords } from '../words/import.ts'
import { BringBackPlan } from './BringBackPlan.tsx'
import type { Brought } from './brought.ts'
import { DropFile } from './DropFile.tsx'
import { useBringBack, type BringBack } from './use-bring-back.ts'
import './bring-back.css'

const ACCEPT = '.xlsx,.docx,.csv,.tsv,.html,.htm,.json'
const LATE_MS = 300

export interface BringBackDialogProps {
  readonly token: string
  readonly onClose: () => void
}

const AddBoardDialog = lazyPart(async () => (await import('./AddBoardDialog.tsx')).AddBoardDialog)

/** A file comes in: a form that was edited elsewhere, or a whole board. */
export function BringBackDialog({ token, onClose }: BringBackDialogProps) {
  const [board, setBoard] = useState<File | null>(null)
  if (board === null) return <BringFormBack token={token} onClose={onClose} onBoard={setBoard} />
  return (
    <PartPlace onDrop={onClose}>
      <AddBoardDialog file={board} token={token} onOther={() => setBoard(null)} onClose={onClose} />
    </PartPlace>
  )
}

/** A form comes home: choose it, see what it would change, decide, and it is done. */
function BringFormBack(props: BringBackDialogProps & { readonly onBoard: (file: File) => void }) {
  const { token, onClose, onBoard } = props
  const bringing = useBringBack(token)
  const { state, trouble } = bringing
  const late = useLate(state.step === 'reading')
  const choosing = state.step === 'choose' || state.step === 'reading'
  return (
    <Dialog
      title={importWords.title}
      size={choosing || state.step === 'done' ? 'regular' : 'large'}
      onClose={onClose}
      foot={<Foot bringing={bringing} onClose={onClose} />}
    >
      <div className="bring-back">
        {trouble !== null && (
          <p className="bring-back-news" role="alert">
            {trouble}
          </p>
        )}
        {choosing && (
          <>
            <p className="t-second">{importWords.lead}</p>
            <DropFile
              label={late ? importWords.reading : importWords.choose}
              drop={importWords.drop}
              dropNow={importWords.dropNow}
              accept={ACCEPT}
              busy={state.step === 'reading'}
              onFile={(file) => void isBoardFile(file).then((is) => (is ? onBoard(file) : bringing.read(file)))}
            />
            {state.step === 'choose' && <CameLast bringing={bringing} />}
          </>
        )}
        {state.step === 'preview' && <BringBackPlan plan={state.plan} bringing={bringing} />}
        {state.step === 'changing' && <ProgressBar label={importWords.applying} value={state.done} goal={state.all} />}
        {state.step === 'done' && (
          <p className="t-lead" role="status">
            {doneWords(state.changes)}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function Foot({ bringing, onClose }: { readonly bringing: BringBack; readonly onClose: () => void }) {
  const { state, chosen } = bringing
  const ruling = useRuling('merge-form', { changes: [] })
  if (state.step === 'preview') {
    const { conflicts, missing, order } = state.plan
    const decidable = conflicts.length + missing.length > 0 || order !== null
    const nothing = chosen.length > 0 ? null : decidable ? importWords.decideAbove : importWords.nothing
    return (
      <Button
        look="primary"
        icon={<Check />}
        refusal={ruling.allowed ? nothing : ruling.reason}
        onClick={() => void bringing.apply()}
      >
        {applyWords(chosen.length)}
      </Button>
    )
  }
  if (state.step === 'changing') {
    return (
      <Button look="primary" aria-busy>
        {importWords.applying}
      </Button>
    )
  }
  if (state.step !== 'done') return <Button onClick={onClose}>{importWords.close}</Button>
  return (
    <>
      <TakeBack key="back" bringing={bringing} />
      <Button key="close" look="primary" onClick={onClose}>
        {importWords.close}
      </Button>
    </>
  )
}

const cameWords = (last: Brought): string =>
  last.what === 'form' ? formCameWords(last.file, last.changes.length) : boardCameWords(last.file)

/** What this page brought before, while it can be taken back. */
function CameLast({ bringing }: { readonly bringing: BringBack }) {
  const { last } = bringing
  if (last === null) return null
  return (
    <div className="bring-back-last t-small t-second">
      <p dir="auto">{cameWords(last)}</p>
      <TakeBack bringing={bringing} size="small" />
    </div>
  )
}

function TakeBack({
  bringing,
  size = 'regular',
}: {
  readonly bringing: BringBack
  readonly size?: 'small' | 'regular'
}) {
  const [busy, setBusy] = useState(false)
  const takeBack = async () => {
    if (busy) return
    setBusy(true)
    await bringing.takeBack()
    setBusy(false)
  }
  return (
    <Button size={size} icon={<Undo2 />} aria-busy={busy} onClick={() => void takeBack()}>
      {importWords.takeBack}
    </Button>
  )
}

/** True when something has gone on for so long that somebody wonders. */
function useLate(busy: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!busy) return undefined
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [busy])
  return late
}
