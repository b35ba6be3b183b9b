import type { Rolldown } from 'vite'

export type Look = Pick<Rolldown.PluginContext, 'getModuleInfo'>
export type Modules = ReadonlySet<string>

/** The one module that leads to every icon there is. */
const ICONS = /lucide-react\.mjs$/

/** Everything that is loaded with these modules. With `except`, also what is fetched later, but nothing by way of those. */
export function followImports(from: readonly string[], look: Look, except?: Modules): Modules {
  const seen = new Set<string>()
  const ahead = [...from]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (seen.has(id) || except?.has(id)) continue
    seen.add(id)
    const module = look.getModuleInfo(id)
    for (const imported of module?.importedIds ?? []) {
      if (ICONS.test(imported)) ahead.push(...iconsOf(module?.code ?? '', imported, look))
      else ahead.push(imported)
    }
    if (except) ahead.push(...(module?.dynamicallyImportedIds ?? []))
  }
  return seen
}

/** The modules of the icons that this code asks for; an icon has several names. */
function iconsOf(code: string, icons: string, look: Look): readonly string[] {
  const { code: list = '', importedIds: files = [] } = look.getModuleInfo(icons) ?? {}
  const asked = [...code.matchAll(/import\s*{([^}]*)}\s*from\s*["']lucide-react["']/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().split(/\s+as\s+/)[0] ?? ''),
  )
  const lines = (list ?? '').split('\n')
  return asked.flatMap((name) => {
    const line = lines.find((each) => new RegExp(`default as ${name}\\b`).test(each)) ?? ''
    const path = /from ["']\.(\/[^"']+)["']/.exec(line)?.[1] ?? ' '
    return files.filter((file) => file.endsWith(path))
  })
}
