import type { ReactNode } from 'react'
import { BellBanner } from './BellBanner.tsx'
import { useOthersNews } from './use-others-news.ts'
import './notices.css'

/** What comes below the header and goes by itself, one below the other: the bell, and in the list the brief answers too. What others add is only heard. */
export function Notices({ children }: { readonly children?: ReactNode }) {
  useOthersNews()
  return (
    <div className="notices">
      <BellBanner />
      {children}
    </div>
  )
}
