export const ZOOM_MIN = 0.05
export const ZOOM_MAX = 4

export const clampZoom = (zoom: number) => Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, zoom))
