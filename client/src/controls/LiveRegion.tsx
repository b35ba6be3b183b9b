import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { joinNews, type News } from './join-news.ts'

const JOIN_MS = 3000

export interface Announcer {
  /** Politely, joined with everything else of the same three seconds. Counted news adds up: "3 moments added". */
  say(news: News): void
  /** At once: a phase, a reveal, the bell, a refusal, the end of the time. Nothing else. */
  sayNow(words: string): void
}

const AnnouncerContext = createContext<Announcer>({ say: () => undefined, sayNow: () => undefined })

export function useAnnouncer(): Announcer {
  return use(AnnouncerContext)
}

/** The page's one polite and one assertive region; stands around the whole page. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState('')
  const [urgent, setUrgent] = useState('')
  const waiting = useRef<News[]>([])
  const timer = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])

  const announcer = useMemo<Announcer>(() => {
    const speak = () => {
      setPolite(spoken(joinNews(waiting.current)))
      waiting.current = []
    }
    return {
      say(news) {
        if (waiting.current.length === 0) timer.current = window.setTimeout(speak, JOIN_MS)
        waiting.current.push(news)
      },
      sayNow: (words) => setUrgent(spoken(words)),
    }
  }, [])

  return (
    <AnnouncerContext value={announcer}>
      {children}
      <div className="unseen" aria-live="polite" role="status">
        {polite}
      </div>
      <div className="unseen" aria-live="assertive" role="alert">
        {urgent}
      </div>
    </AnnouncerContext>
  )

  /** The same words twice are two pieces of news: a trailing space makes the second one new. */
  function spoken(words: string) {
    return (before: string) => (before === words ? `${words}\u00a0` : words)
  }
}
