import { ArrowRight, Eye, SlidersHorizontal, Users } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../controls/Button.tsx'
import { QrCode } from '../controls/QrCode.tsx'
import type { NewBoard } from '../model/api.ts'
import { createdWords } from '../words/created.ts'
import { CreatedLink } from './CreatedLink.tsx'
import { boardPath, go } from './route.ts'
import './created-page.css'

export interface CreatedPageProps {
  readonly board: NewBoard
  readonly title: string
}

/** The board's three links, once and for all: the server keeps only what proves them. */
export function CreatedPage({ board, title }: CreatedPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { links } = board
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className="created-page">
      <div className="created-page-card">
        <header>
          <h1 className="t-h2" ref={heading} tabIndex={-1}>
            {createdWords.title(title)}
          </h1>
          <p className="t-second">{createdWords.lead}</p>
        </header>
        <div className="created-page-code">
          <QrCode text={links.participant} label={createdWords.code} />
          <div>
            <p className="t-h3">
              {createdWords.point}
              <br />
              {createdWords.noAccount}
            </p>
            <p className="t-second">{createdWords.pointNote}</p>
            {isLoopback(links.participant) && <p className="created-page-warning">{createdWords.onlyHere}</p>}
          </div>
        </div>
        <ul>
          <CreatedLink
            icon={<Users />}
            name={createdWords.participant}
            note={createdWords.participantNote}
            link={links.participant}
          />
          <CreatedLink
            icon={<Eye />}
            name={createdWords.observer}
            note={createdWords.observerNote}
            link={links.observer}
          />
          <CreatedLink
            icon={<SlidersHorizontal />}
            name={createdWords.facilitator}
            note={createdWords.facilitatorNote}
            link={links.facilitator}
          />
        </ul>
        <footer className="created-page-foot">
          <Button
            look="primary"
            size="large"
            iconAfter={<ArrowRight />}
            onClick={() => go(boardPath(board.id, board.tokens.facilitator))}
          >
            {createdWords.open}
          </Button>
        </footer>
      </div>
    </main>
  )
}

/** An address that only this computer understands. */
function isLoopback(link: string): boolean {
  return URL.canParse(link) && /^(localhost|127\.|\[::1\])/.test(new URL(link).hostname)
}
