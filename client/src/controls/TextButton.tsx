import type { ComponentProps } from 'react'
import './button.css'

/** A button that stands among words: "Got a link? Join a board". */
export function TextButton(props: Omit<ComponentProps<'button'>, 'className' | 'type'>) {
  return <button {...props} type="button" className="text-button" />
}
