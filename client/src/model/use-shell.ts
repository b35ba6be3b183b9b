import { createContext, use } from 'react'
import { plainShell, type Shell } from './shell.ts'

export const ShellContext = createContext<Shell>(plainShell())

export const useShell = (): Shell => use(ShellContext)
