import { useOffered } from '../model/use-store.ts'

/** Filled, unless a card above the screen waits for an answer: then that card has the one filled button. */
export function usePrimary(): 'primary' | 'secondary' {
  return useOffered().length > 0 ? 'secondary' : 'primary'
}
