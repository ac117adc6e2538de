import { refuseGoogle } from '../gate/google/refuse-google.ts'

// The build declares this function, and calls it for any error while consent.js starts.
// biome-ignore lint/style/useConst: the build declares the variable without a value
declare let consentRefuse: () => void

// The entry imports this file first, so that `consentRefuse` is set before any other file can fail.
consentRefuse = refuseGoogle
