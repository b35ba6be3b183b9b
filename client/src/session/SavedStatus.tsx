import { useEffect, useRef } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { PartPlace } from '../controls/PartPlace.tsx'
import { SavedIndicator } from '../controls/SavedIndicator.tsx'
import type { Saved } from '../model/saved.ts'
import { useSaved, useStatus, useStore, useWatched } from '../model/use-store.ts'
import { laterWords, savedWords } from '../words/frame.ts'

const UnsavedWords = lazyPart(async () => (await import('./UnsavedWords.tsx')).UnsavedWords)

/** Whether one's work is on the server's disk; pressed, what that means and what to do. */
export function SavedStatus() {
  const saved = useSaved()
  const keeps = useWatched(useStore().keeps)
  useSavedNews(saved, keeps)
  return <SavedIndicator saved={saved} warns={!keeps} details={() => <SavedDetails />} />
}

function SavedDetails() {
  const store = useStore()
  const saved = useSaved()
  const status = useStatus()
  const keeps = useWatched(store.keeps)
  const kept = 'kept' in saved ? saved.kept : 0
  const later = status.state === 'later' ? laterWords[status.why] : null
  return (
    <>
      {later !== null && <p className="t-label">{later.title}</p>}
      <p>
        {later?.more ?? meaning(saved)} {savedWords.waits(kept)}
      </p>
      {saved.state === 'offline' && keeps && <p>{kept === 0 ? savedWords.carryOn : savedWords.goesOut}</p>}
      {!keeps && <p>{savedWords.keepsNothing}</p>}
      {kept > 0 && (
        <PartPlace silent>
          <UnsavedWords words={store.unsavedWords()} />
        </PartPlace>
      )}
    </>
  )
}

function meaning({ state }: Saved): string {
  if (state === 'saved') return savedWords.savedMeans
  if (state === 'saving') return savedWords.savingMeans
  return state === 'offline' ? savedWords.noLink : savedWords.notSavedMeans
}

/** Said politely, once for each turn: that the link is gone or the disk is full, that all is well again. */
function useSavedNews(saved: Saved, keeps: boolean): void {
  const { say } = useAnnouncer()
  const said = useRef<Saved['state']>('saved')
  useEffect(() => {
    const { state } = saved
    // What is on its way is no news, and how many changes wait is in the indicator.
    if (state === 'saving' || state === said.current) return
    said.current = state
    say(state === 'saved' ? savedWords.backNow : `${labelOf(state)}. ${meaning(saved)}`)
  }, [saved, say])
  useEffect(() => {
    if (!keeps) say(savedWords.keepsNothing)
  }, [keeps, say])
}

function labelOf(state: 'offline' | 'not-saved'): string {
  return state === 'offline' ? savedWords.offline(0) : savedWords.notSaved
}
