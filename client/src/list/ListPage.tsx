import type { ReactNode } from 'react'
import { useSession } from '../model/use-store.ts'
import { AlsoOnWall } from '../session/AlsoOnWall.tsx'
import { OfflineNote } from './OfflineNote.tsx'
import { ListQuestion } from './ListQuestion.tsx'

export interface ListPageProps {
  readonly question: string
  readonly hint?: string | undefined
  /** What the question is about, where that has to be seen first. */
  readonly head?: ReactNode
  readonly children: ReactNode
  /** What this person does next, always in reach of the thumb. */
  readonly foot?: ReactNode
  /** Another page starts at its top. */
  readonly page?: string
}

/** A question, the list under it, and below the scrolling part what belongs to the thumb. */
export function ListPage({ question, hint, head, children, foot, page }: ListPageProps) {
  const phase = useSession((session) => session.phase)
  return (
    <>
      <section className="list-main" aria-labelledby="question" tabIndex={0} key={page ?? phase}>
        <OfflineNote />
        {head}
        <ListQuestion question={question} hint={hint} />
        {children}
        <AlsoOnWall />
      </section>
      {foot !== undefined && foot !== null && foot !== false && <div className="list-foot">{foot}</div>}
    </>
  )
}
