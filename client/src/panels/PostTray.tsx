import { numbered } from '@momentous/shared/board/timeline'
import type { MomentId } from '@momentous/shared/domain/id'
import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Chip } from '../controls/Chip.tsx'
import { carriesPieces, type Carried } from '../model/carried.ts'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useSession } from '../model/use-store.ts'
import { postWords } from '../words/post.ts'
import { refusedWords } from '../words/refused.ts'
import { addMany } from '../tools/add-many.ts'
import { momentsOfLines } from '../tools/moments-of-lines.ts'
import type { Bench } from '../tools/bench.ts'
import { showAdded } from '../tools/show-added.ts'
import { CoverageHint } from './CoverageHint.tsx'
import { MomentComposer } from './MomentComposer.tsx'
import { useDraft } from './use-draft.ts'
import { WallAlike } from './WallAlike.tsx'
import { momentLines } from '../session/moment-lines.ts'
import { useReadiness } from '../session/use-people.ts'
import { useTimeline } from '../session/use-timeline.ts'

export interface PostTrayProps {
  readonly bench: Bench
  readonly answering: boolean
}

/** The composer, and above it what nobody has thought of. */
export function PostTray({ bench, answering }: PostTrayProps) {
  const { text, setText, channel, setChannel } = useDraft()
  const own = useSession((session) => session.channels)
  const phase = useSession((session) => session.phase)
  const after = useSelectedNumber(bench)
  const { everybody } = useReadiness()
  const { add, paste } = useAddMoments(bench)
  // When everybody is ready the facilitator's step is the filled button.
  const quiet = answering || phase !== 'post' || (everybody && bench.wall.actor().role === 'facilitator')
  return (
    <>
      {phase === 'post' && <WallAlike bench={bench} />}
      {after !== null ? (
        <Chip icon={<X />} look="surface" onPress={() => bench.selection.clear()}>
          {`${postWords.goesInAfter} ${after}`}
        </Chip>
      ) : (
        phase === 'post' && <CoverageHint onAddOne={setChannel} />
      )}
      <MomentComposer
        text={text}
        onText={setText}
        placeholder={postWords.placeholder}
        channel={channel}
        own={own}
        quiet={quiet}
        onAdd={add}
        onPasted={paste}
      />
    </>
  )
}

/** The number of the selected note on the line: the next one goes in after it. */
function useSelectedNumber({ selection }: Bench): number | null {
  const lead = useSyncExternalStore(selection.subscribe, selection.lead)
  const moments = useTimeline()
  return lead === null ? null : (numbered(moments).get(lead) ?? null)
}

/** Adds after the selected note, else at the end; what was added last is what the next one follows. */
function useAddMoments(bench: Bench) {
  const { channel, setText, setChannel, setLate } = useDraft()
  const { sayNow } = useAnnouncer()
  const { wall, selection } = bench
  const isLate = (): boolean => {
    const ruling = wall.check('add-moment', { id: wall.newId<MomentId>(), text: '', after: 'last' })
    if (ruling.allowed) return false
    setLate(true)
    sayNow(refusedWords.tooLate)
    return true
  }
  const put = (add: (after: MomentId | 'last') => readonly MomentId[]): boolean => {
    const lead = selection.lead()
    const made = add(lead ?? 'last')
    const last = made.at(-1)
    if (last === undefined) return false
    if (lead !== null) selection.set([last])
    showAdded(last, bench)
    setChannel(null)
    return true
  }
  return {
    add(texts: readonly string[]): boolean {
      if (isLate()) return false
      const adding = texts.map((text) => ({ id: wall.newId<MomentId>(), text, channel }))
      return put((after) => addMany(adding, after, wall))
    },
    paste(carried: Carried): boolean {
      const lines = momentLines(carried.plain)
      const wishes = { least: 2, channel }
      if (lines.length < 2) return false
      if (!isLate()) {
        if (!carriesPieces(carried)) return put((after) => momentsOfLines(carried.plain, after, wall, wishes) ?? [])
        void import('../tools/paste-in-list.ts').then(({ pasteInList }) =>
          put((after) => pasteInList(carried, after, wall, wishes)),
        )
        return true
      }
      setText(lines.join('\n'))
      return true
    },
  }
}
