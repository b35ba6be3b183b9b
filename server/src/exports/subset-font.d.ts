declare module 'subset-font' {
  interface Choice {
    readonly targetFormat: 'truetype'
    readonly keepAllGlyphs: true
    readonly variationAxes?: Readonly<Record<string, number>>
  }
  export default function subsetFont(font: Uint8Array, text: undefined, choice: Choice): Promise<Buffer>
}
