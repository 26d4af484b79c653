import {
  Inject,
  Injectable,
  mixin,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { Observable } from 'rxjs';
import type { Office } from '#office';
import { OFFICE } from '../office-token.ts';

/** A file as it was sent, on disk; who takes it removes it. */
export interface Stored {
  readonly path: string;
  readonly originalname: string;
}

export const LONGEST_SAID = 2_000_000; // characters of a field beside a file: some 15,000 rows decided one by one
const BYTES_OF_CHARACTER = 3; // at most, in UTF-8

/** Uploads go to disk as they come, at most as large as the configuration says; a file never stands in memory. `into`: the folder. */
export const Uploading = (into: (office: Office) => string) => {
  @Injectable()
  class UploadToDisk implements NestInterceptor {
    private readonly inner: NestInterceptor;
    constructor(@Inject(OFFICE) office: Office) {
      this.inner = new (FileInterceptor('file', {
        dest: into(office),
        limits: {
          fileSize: office.config.uploadLimit,
          files: 1,
          fields: 5,
          fieldSize: LONGEST_SAID * BYTES_OF_CHARACTER,
        },
      }))();
    }
    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
      return this.inner.intercept(context, next);
    }
  }
  return mixin(UploadToDisk);
};

const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu; // line ends, and marks that turn the order of what is read

/** The name that a browser gave, without what cannot be seen in it: multer reads it as latin1, and browsers send UTF-8. */
export const nameOf = ({ originalname }: Stored): string =>
  Buffer.from(originalname, 'latin1').toString('utf8').replace(UNSEEN, '');
