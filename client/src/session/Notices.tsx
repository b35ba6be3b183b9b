import type { ReactNode } from 'react'
import { BellBanner } from './BellBanner.tsx'
import './notices.css'

/** What comes below the header and goes by itself, one below the other: the bell, and in the list the brief answers too. */
export function Notices({ children }: { readonly children?: ReactNode }) {
  return (
    <div className="notices">
      <BellBanner />
      {children}
    </div>
  )
}
