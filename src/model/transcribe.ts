import type OpenAI from 'openai';

/** Writes down what is said in a recording; rejects if the service fails. */
export type Transcribe = (audio: Uint8Array, name: string, signal: AbortSignal) => Promise<string>;

type Service = { readonly apiKey: string; readonly baseUrl?: string | undefined; readonly model: string };

/**
 * Transcription by a service that speaks OpenAI's API; its client is loaded with the first recording. One try, as
 * long as the signal allows: whoever spoke waits for it, and can speak again.
 */
export function createTranscribe({ apiKey, baseUrl, model }: Service): Transcribe {
  let client: OpenAI | undefined;
  return async (audio, name, signal) => {
    const { default: OpenAI, toFile } = await import('openai');
    client ??= new OpenAI({ apiKey, ...(baseUrl !== undefined && { baseURL: baseUrl }), maxRetries: 0 });
    const file = await toFile(audio, name);
    const heard = await client.audio.transcriptions.create(
      { file, model, language: 'zh', response_format: 'json' },
      { signal },
    );
    // What answers at an address may be anything.
    if (typeof heard.text !== 'string') throw new Error('the transcription service gave no text');
    return heard.text;
  };
}
