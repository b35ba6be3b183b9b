import type { ReactNode } from 'react'
import './chip.css'

/** A small count beside a heading. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className="badge t-figures">{children}</span>
}
