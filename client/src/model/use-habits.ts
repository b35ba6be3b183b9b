import { createContext, use } from 'react'
import { passingHabits, type Habits } from './habits.ts'

export const HabitsContext = createContext<Habits>(passingHabits())

export const useHabits = (): Habits => use(HabitsContext)
