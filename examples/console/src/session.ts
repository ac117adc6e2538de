import type { ConsentState } from '@spaceone/consent'
import { defineStore } from 'pinia'
import { LANGUAGES, type Language } from './i18n'

/** Necessary, like every key that the console keeps: without it nobody stays signed in. */
const KEY = 'console/session'

interface Session {
  userId: string | undefined
  language: Language
  /** What the visitor agreed to last. A snapshot is frozen, and Vue 2 leaves it as it is. */
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
      localStorage.setItem(KEY, JSON.stringify({ userId, language }))
    },
    /** Only the server knows who somebody is, and in which language. */
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
