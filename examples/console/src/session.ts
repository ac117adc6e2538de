import type { ConsentState } from '@spaceone/consent'
import { defineStore } from 'pinia'
import { LANGUAGES, type Language } from './i18n'

/**
 * The `localStorage` key of the session. The session is necessary and needs no consent: without it
 * a user would be signed out at each page load.
 */
const KEY = 'console/session'

interface Session {
  userId: string | undefined
  language: Language
  /**
   * The present state of the visitor's consent. The state is frozen, so Vue 2 does not make it
   * reactive.
   */
  consent: ConsentState<'analytics'> | undefined
}

const browserLanguage = (): Language => {
  const language = navigator.language.slice(0, 2)
  return language in LANGUAGES ? (language as Language) : 'en'
}

const stored = (): Partial<Session> => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}

export const useSession = defineStore('session', {
  state: (): Session => ({
    userId: undefined,
    language: browserLanguage(),
    ...stored(),
    consent: undefined,
  }),
  actions: {
    keep() {
      const { userId, language } = this
      // consent-ignore-next-line undeclared-storage the sign-in, which the console cannot do without
      localStorage.setItem(KEY, JSON.stringify({ userId, language }))
    },
    /** Signs in: loads the user's id and language from the server, and stores both. */
    async signIn() {
      const response = await fetch('/api/user.json')
      const { userId, language } = await response.json()
      this.userId = userId
      this.language = language
      this.keep()
    },
    signOut() {
      this.userId = undefined
      this.keep()
    },
    speak(language: Language) {
      this.language = language
      this.keep()
    },
  },
})
