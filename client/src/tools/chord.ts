type Chord = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** One name for a key and its modifiers on every layout: Shift 1 is `shift+1`, whatever it types. */
export function chordOf({ key, code, shiftKey, altKey, ctrlKey, metaKey }: Chord): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  const name = digit ?? key.toLowerCase()
  const typed = digit === undefined && name.length === 1 && !/[a-z]/.test(name)
  // A sign that needs Shift on some layouts and not on others is itself.
  const shift = shiftKey && !typed
  return [shift && 'shift+', altKey && 'alt+', (ctrlKey || metaKey) && 'mod+', name].filter(Boolean).join('')
}

/** Does the key belong to a text or to a dialog? */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, dialog, [contenteditable="true"], [role="dialog"]') !== null
  )
}

/** One sign without Ctrl, Alt or a named key: what somebody may type by accident. */
export function isSingleKey(chord: string): boolean {
  return chord.replace('shift+', '').length === 1
}
