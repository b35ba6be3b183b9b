import { Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { chooseTheme, followTheme, otherTheme, shownTheme } from '../theme/theme.ts'
import { frameWords } from '../words/frame.ts'

export function ThemeToggle() {
  const dark = useSyncExternalStore(followTheme, shownTheme) === 'dark'
  return (
    <IconButton
      label={dark ? frameWords.switchToLight : frameWords.switchToDark}
      icon={dark ? <Sun /> : <Moon />}
      tipSide="below"
      onClick={() => chooseTheme(otherTheme())}
    />
  )
}
