import { Component, type ReactNode } from 'react'
import { DeadLinkPage } from './DeadLinkPage.tsx'

interface Props {
  readonly children: ReactNode
}

/** When a part of the page can't be loaded or drawn: says so, and loads the page again. */
export class TroubleBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return <DeadLinkPage why="broken" onRetry={() => location.reload()} />
  }
}
