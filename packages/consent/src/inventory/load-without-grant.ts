import { ownLanguage } from '../shared/languages.ts'
import { WITHOUT_GRANT } from '../words/files.ts'

/**
 * Loads the sentence about services that send data without a grant, in one of our languages, or in
 * English. No attribute of the script tag can start such a service.
 */
export const loadWithoutGrant = async (language: string): Promise<string> =>
  (await WITHOUT_GRANT[ownLanguage(language)]()).withoutGrant
