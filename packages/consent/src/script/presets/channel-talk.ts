import { declareChannelTalk } from '../../services/channel-talk.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('channelTalk', declareChannelTalk)
