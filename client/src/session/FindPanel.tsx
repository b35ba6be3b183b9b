import { ArrowDown, ArrowUp, Search, X } from 'lucide-react'
import { useEffect, useId, useRef, type KeyboardEvent, type RefObject } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import type { Hit } from '../model/finder.ts'
import { chordOf } from '../tools/chord.ts'
import { findWords, hitCount, hitSentence, liesInStack } from '../words/find.ts'
import { stageName } from '../words/stages.ts'
import { useBoardDialog } from './board-dialog.ts'
import { nameOf } from './moment-name.ts'
import { useFinding, type Finding } from './use-finding.ts'
import { useShapeName } from './use-shape-name.ts'
import './find-panel.css'

export interface FindPanelProps {
  /** Shows a hit where the person looks: on the wall, or in the list. */
  readonly onShow: (hit: Hit) => void
  /** Takes the focus when what had it is no longer there. */
  readonly onLeave: () => void
  /** Can it be shown here? */
  readonly shows?: (hit: Hit) => boolean
}

const anything = () => true

/** Words in, hits out: Enter and Shift Enter go from one to the next, Escape gives the focus back. */
export function FindPanel({ onShow, onLeave, shows = anything }: FindPanelProps) {
  const field = useRef<HTMLInputElement>(null)
  const finding = useFinding(onShow, shows)
  const close = useClosing(onLeave)
  useFocusAgain(field)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key !== 'Enter' || event.target !== field.current || event.nativeEvent.isComposing) return
    else finding.step(event.shiftKey ? -1 : 1)
    event.preventDefault()
    event.stopPropagation()
  }
  const none = finding.hits.length === 0 ? findWords.none : null
  return (
    <div className="find-panel" role="search" aria-label={findWords.title} onKeyDown={onKey}>
      <div className="find-panel-row">
        <FindField field={field} finding={finding} />
        <IconButton
          label={findWords.before}
          icon={<ArrowUp />}
          shortcut="Shift+Enter"
          refusal={none}
          onClick={() => finding.step(-1)}
        />
        <IconButton
          label={findWords.next}
          icon={<ArrowDown />}
          shortcut="Enter"
          refusal={none}
          onClick={() => finding.step(1)}
        />
        <IconButton label={findWords.close} icon={<X />} shortcut="Esc" onClick={close} />
      </div>
      <FindNews finding={finding} />
    </div>
  )
}

interface FindFieldProps {
  readonly field: RefObject<HTMLInputElement | null>
  readonly finding: Finding
}

function FindField({ field, finding: { typed, hits, at, type } }: FindFieldProps) {
  const count = useId()
  return (
    <label className="find-panel-field">
      <Search aria-hidden />
      <input
        ref={field}
        type="text"
        aria-label={findWords.field}
        aria-describedby={count}
        placeholder={findWords.field}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      <span id={count} className="find-panel-count t-figures">
        {typed.trim() !== '' && hits.length > 0 && hitCount(at, hits.length)}
      </span>
    </label>
  )
}

/** Where the words are, when they can't be seen at the place that is shown. */
function whereOf(hit: Hit): string | null {
  if (hit.id !== hit.shown) return findWords.beneath
  return hit.kind === 'moment' && hit.inForm ? findWords.inForm : null
}

function nameOfHit(hit: Hit, shapeName: ReturnType<typeof useShapeName>): string {
  if (hit.kind === 'moment') return nameOf(hit.record)
  return hit.kind === 'stage' ? stageName(hit.record.title) : shapeName(hit.record)
}

/** What a screen reader hears of the hit; seen is that there is none, and what isn't to be seen. */
function FindNews({ finding: { typed, hits, at } }: { readonly finding: Finding }) {
  const shapeName = useShapeName()
  const hit = hits[at]
  const none = typed.trim() !== '' && hits.length === 0
  const name = hit && nameOfHit(hit, shapeName)
  const where = hit === undefined ? null : whereOf(hit)
  return (
    <>
      <p className={none ? 'find-panel-news' : 'unseen'} role="status">
        {none ? findWords.none : hit && name && hitSentence({ ...hit, name, at, all: hits.length, where })}
      </p>
      {where !== null && (
        <p className="find-panel-news" aria-hidden="true">
          {hit?.id === hit?.shown ? where : liesInStack(name ?? '')}
        </p>
      )}
    </>
  )
}

/** Ends it, and gives the focus back to what had it. */
function useClosing(onLeave: () => void): () => void {
  const dialog = useBoardDialog()
  const before = useRef<Element | null>(null)
  before.current ??= document.activeElement
  useEffect(() => () => (dialog.get() === 'find' ? dialog.set(null) : undefined), [dialog])
  return () => {
    dialog.set(null)
    const { current } = before
    const there = current instanceof HTMLElement && current !== document.body && current.isConnected
    if (there) current.focus({ preventScroll: true })
    if (!there || document.activeElement !== current) onLeave()
  }
}

/** Whoever asks for it again types anew. */
function useFocusAgain(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const take = () => {
      field.current?.focus()
      field.current?.select()
    }
    const onKey = (event: globalThis.KeyboardEvent) => chordOf(event) === 'mod+f' && take()
    take()
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [field])
}
