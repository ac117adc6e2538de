import { declareYoutube } from '../../services/youtube.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('youtube', declareYoutube)
