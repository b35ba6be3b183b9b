import { numbered } from '@momentous/shared/board/timeline'
import type { ArgsOf, DirectName } from '@momentous/shared/commands/commands'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import {
  ArrowDown,
  ArrowUp,
  Copy,
  ExternalLink,
  Layers,
  Pencil,
  SeparatorHorizontal,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { Menu } from '../controls/Menu.tsx'
import type { MenuChoice } from '../controls/MenuRow.tsx'
import type { BoardStore } from '../model/board-store.ts'
import { useActor, useSession, useStore } from '../model/use-store.ts'
import { webLinks } from '../model/web-links.ts'
import { openAddress } from '../tools/open-address.ts'
import { unstackCount } from '../words/stacks.ts'
import { stageWords } from '../words/stages.ts'
import { listWords, movedTo, removedNow } from '../words/list.ts'
import { webLinkWords } from '../words/web-links.ts'
import { MomentDialog } from './MomentDialog.tsx'
import { nameOf } from '../session/moment-name.ts'

export interface MomentMenuProps {
  readonly moment: Moment
  readonly onEdit: () => void
  /** Begins a stage before it, where it stands on the line. */
  readonly onStage?: () => void
  /** So many notes lie under it. */
  readonly beneath?: number
}

/** What can be done with one moment, as a list of verbs; whatever isn't allowed now says why. */
export function MomentMenu(props: MomentMenuProps) {
  const { moment } = props
  const [more, setMore] = useState(false)
  const choices = useMomentChoices(props, () => setMore(true))
  return (
    <>
      <Menu label={listWords.menuOf(nameOf(moment))} choices={choices} />
      {more && <MomentDialog moment={moment} onClose={() => setMore(false)} />}
    </>
  )
}

function useMomentChoices(
  { moment, onEdit, onStage, beneath = 0 }: MomentMenuProps,
  onMore: () => void,
): readonly (MenuChoice | null)[] {
  const store = useStore()
  const act = useAct()
  // The refusals below are those of this phase and role.
  useSession((session) => session.phase)
  useActor()
  const { id } = moment
  const refusal = (name: 'remove-moments' | 'set-kind' | 'add-moment') => refusalOf(store, name, id)
  const change = refusal('remove-moments')
  const [link] = webLinks(moment.text)
  return [
    { label: listWords.edit, icon: <Pencil />, refusal: change, onChoose: onEdit },
    ...(link === undefined
      ? []
      : [{ label: webLinkWords.open, icon: <ExternalLink />, onChoose: () => openAddress(link) }]),
    { label: listWords.up, icon: <ArrowUp />, refusal: change, onChoose: () => act.move(moment, -1) },
    { label: listWords.down, icon: <ArrowDown />, refusal: change, onChoose: () => act.move(moment, 1) },
    { label: listWords.duplicate, icon: <Copy />, refusal: refusal('add-moment'), onChoose: () => act.copy(moment) },
    ...(onStage
      ? [{ label: stageWords.begin, icon: <SeparatorHorizontal />, refusal: change, onChoose: onStage }]
      : []),
    ...(beneath > 0
      ? [{ label: unstackCount(beneath), icon: <Layers />, refusal: change, onChoose: () => act.unstack(moment) }]
      : []),
    { label: listWords.more, icon: <SlidersHorizontal />, refusal: refusal('set-kind'), onChoose: onMore },
    null,
    { label: listWords.remove, icon: <Trash2 />, refusal: change, onChoose: () => act.remove(moment) },
  ]
}

function refusalOf(store: BoardStore, name: 'remove-moments' | 'set-kind' | 'add-moment', id: MomentId): string | null {
  const ruling = {
    'remove-moments': () => store.may('remove-moments', { ids: [id], removed: true }),
    'set-kind': () => store.may('set-kind', { id, kind: 'basic' }),
    'add-moment': () => store.may('add-moment', { id, text: '', after: 'last' }),
  }[name]()
  return ruling.allowed ? null : ruling.reason
}

function useAct() {
  const store = useStore()
  const { say } = useAnnouncer()
  const act = <Name extends DirectName>(name: Name, args: ArgsOf<Name>): boolean => {
    const ruling = store.act(name, args)
    if (!ruling.allowed) store.say(ruling.reason)
    return ruling.allowed
  }
  return {
    unstack({ id }: Moment) {
      const stack = store.records.moments.all().filter(({ stackedOn, removed }) => stackedOn === id && !removed)
      act('stack-moments', { ids: stack.map((each) => each.id), on: null })
    },
    move(moment: Moment, by: 1 | -1) {
      const line = [...numbered(store.records.moments.all()).keys()]
      const at = line.indexOf(moment.id)
      const to = at + by
      if (at < 0 || to < 0 || to >= line.length) return
      const after = line.filter((id) => id !== moment.id)[to - 1] ?? null
      if (act('reorder-moments', { ids: [moment.id], after })) say(movedTo(nameOf(moment), to + 1, line.length))
    },
    copy({ id, text, paper, channel, setting, kind, serves, prompt }: Moment) {
      act('add-moment', { id: store.newId<MomentId>(), text, after: id, paper, channel, setting, kind, serves, prompt })
    },
    remove(moment: Moment) {
      if (act('remove-moments', { ids: [moment.id], removed: true })) say(removedNow(nameOf(moment)))
    },
  }
}
