import { Component, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { brokenWords } from '../words/trouble.ts'
import './trouble-boundary.css'

interface Props {
  readonly children: ReactNode
}

/** When a part of the page can't be fetched or drawn: says so, and loads the page again. */
export class TroubleBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <main className="trouble-boundary">
        <h1 className="t-h2">{brokenWords.title}</h1>
        <p className="t-lead t-second">{brokenWords.lead}</p>
        <Button look="primary" size="large" onClick={() => location.reload()}>
          {brokenWords.again}
        </Button>
      </main>
    )
  }
}
