import type { Phase } from '@momentous/shared/domain/phase'

/** The phases that everybody spends at the wall: `WallPanels` stands there. */
export function hasWall(phase: Phase): boolean {
  return phase === 'post' || phase === 'colour' || phase === 'choose'
}
