import type { TemplateId } from '@momentous/shared/board/templates'
import { CircleQuestionMark } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { Mark } from '../controls/Mark.tsx'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { usePrefetch } from '../controls/use-prefetch.ts'
import { useMedia, useMediaPhone } from '../controls/use-media.ts'
import type { NewBoard } from '../model/api.ts'
import type { Identity } from '../model/identity.ts'
import { frameWords } from '../words/frame.ts'
import { homeWords } from '../words/home.ts'
import { RecentBoards } from './RecentBoards.tsx'
import { StartForm } from './StartForm.tsx'
import { TemplateCards } from './TemplateCards.tsx'
import { ThemeToggle } from './ThemeToggle.tsx'
import './home-page.css'

const CreatedPage = lazyPart(async () => (await import('./CreatedPage.tsx')).CreatedPage)
const HomePicture = lazyPart(async () => (await import('./HomePicture.tsx')).HomePicture)
const StartFromFile = lazyPart(async () => (await import('./StartFromFile.tsx')).StartFromFile)
const SessionDialog = lazyPart(async () => (await import('./SessionDialog.tsx')).SessionDialog)

const next = [CreatedPage]

const ROOM_FOR_A_PICTURE = '(min-width: 1220px)'

/** The front door: name a board and start, or go back to one. */
export function HomePage({ identity }: { readonly identity: Identity }) {
  const [created, setCreated] = useState<{ readonly board: NewBoard; readonly title: string } | null>(null)
  const roomy = useMedia(ROOM_FOR_A_PICTURE)
  const shown = useShown()
  usePrefetch(next)
  const [template, setTemplate] = useState<TemplateId>('empty')
  useEffect(() => {
    document.title = created === null ? frameWords.product : created.title
  }, [created])

  const keep = (board: NewBoard, title: string) => {
    const visited = Date.now()
    identity.remember({
      id: board.id,
      role: 'facilitator',
      title,
      facilitator: '',
      links: board.tokens,
      seat: null,
      visited,
    })
    setCreated({ board, title })
  }
  return (
    <div className="home-page">
      <HomeHead />
      {created === null ? (
        <main>
          <div className="home-page-hero">
            <div className="home-page-promise">
              <h1 className="t-h1">{homeWords.promise}</h1>
              <p className="t-lead t-second">{homeWords.lead}</p>
              <StartForm template={template} onCreated={keep} />
            </div>
            {roomy && shown && (
              <PartPlace silent>
                <HomePicture />
              </PartPlace>
            )}
          </div>
          <TemplateCards value={template} onChange={setTemplate} />
          {shown && (
            <PartPlace silent>
              <StartFromFile onCreated={keep} />
            </PartPlace>
          )}
          <RecentBoards identity={identity} />
        </main>
      ) : (
        <PartPlace>
          <CreatedPage {...created} />
        </PartPlace>
      )}
    </div>
  )
}

/** True after the first paint: the picture comes when the form is there to be typed into. */
function useShown(): boolean {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setShown(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return shown
}

function HomeHead() {
  const phone = useMediaPhone()
  const [explaining, setExplaining] = useState(false)
  return (
    <header className="home-page-head">
      <Mark named />
      <div className="home-page-tools">
        {phone ? (
          <IconButton label={homeWords.how} icon={<CircleQuestionMark />} onClick={() => setExplaining(true)} />
        ) : (
          <Button look="tertiary" onClick={() => setExplaining(true)}>
            {homeWords.how}
          </Button>
        )}
        <ThemeToggle />
      </div>
      {explaining && (
        <PartPlace onDrop={() => setExplaining(false)}>
          <SessionDialog onClose={() => setExplaining(false)} />
        </PartPlace>
      )}
    </header>
  )
}
