import type { ChannelName, Handle } from '../dialogue/types.js';

/**
 * A way in and out. `start` resolves once the channel listens, with a function that stops it after the turns under way.
 * A channel translates in, renders out, owns its own limits, and decides nothing.
 */
export interface Channel {
  readonly name: ChannelName;
  start(handle: Handle): Promise<() => Promise<void>>;
}
