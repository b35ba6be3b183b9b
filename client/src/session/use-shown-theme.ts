import { useSyncExternalStore } from 'react'
import { followTheme, shownTheme, type Theme } from '../theme/theme.ts'

export const useShownTheme = (): Theme => useSyncExternalStore(followTheme, shownTheme)
