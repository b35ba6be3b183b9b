/** What keys are called, wherever they are shown. */
const names: Readonly<Record<string, string>> = {
  arrowright: '→',
  arrowleft: '←',
  arrowup: '↑',
  arrowdown: '↓',
  enter: 'Enter',
  delete: 'Del',
  backspace: '⌫',
  escape: 'Esc',
  home: 'Home',
  end: 'End',
  pageup: 'Page ↑',
  pagedown: 'Page ↓',
  shift: 'Shift',
  alt: 'Alt',
  ' ': 'Space',
}

/** The keys of a chord as they stand on the keyboard: `shift+mod+z` is Shift, Ctrl, Z. */
export function keyNames(chord: string, mac: boolean): readonly string[] {
  const parts = chord === '+' ? ['+'] : chord.split('+')
  return parts.map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl'
    if (part === 'alt' && mac) return '⌥'
    return names[part] ?? part.toUpperCase()
  })
}
