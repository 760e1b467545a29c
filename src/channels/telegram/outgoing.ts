import { z } from 'zod';

/** A button that comes back to us, or one that opens a link. */
export const buttonSchema = z.union([
  z.object({ text: z.string(), callback_data: z.string() }),
  z.object({ text: z.string(), url: z.string() }),
]);

const messageSchema = z.object({ html: z.string(), text: z.string(), keyboard: z.array(z.array(buttonSchema)) });

const lineSchema = z.object({ id: z.string(), label: z.string(), working: z.string(), value: z.string() });

const pictureSchema = messageSchema.extend({ lines: z.array(lineSchema) });

const fileSchema = z.object({ file: z.object({ name: z.string(), type: z.string(), content: z.string() }) });

/** What is to be sent. Plain data, since what could not be sent yet is kept over a restart. */
export const outgoingSchema = z.union([pictureSchema, messageSchema, fileSchema]);

export type Button = z.infer<typeof buttonSchema>;

/** A text as HTML, and plain for when the HTML is refused. */
export type TextMessage = z.infer<typeof messageSchema>;

/** A settlement to draw, with its caption. */
export type PictureMessage = z.infer<typeof pictureSchema>;

export type FileMessage = z.infer<typeof fileSchema>;

/** One message to send, of whatever kind. */
export type Outgoing = PictureMessage | TextMessage | FileMessage;
