import { refuseGoogle } from '../gate/google/refuse-google.ts'

// Declared by the build, which calls it for any error while consent.js starts.
// biome-ignore lint/style/useConst: the build declares the variable without a value
declare let consentRefuse: () => void

// The entry imports this file first, so that the function is there for an error of any other file.
consentRefuse = refuseGoogle
