export { suggestionsIn } from './suggestions-in.ts'
export { toConfig } from './to-config.ts'
