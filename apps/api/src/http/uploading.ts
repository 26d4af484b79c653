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

/** Uploads go to disk as they come, at most as large as the configuration says; a file never stands in memory. `into`: the folder. */
export const Uploading = (into: (office: Office) => string) => {
  @Injectable()
  class UploadToDisk implements NestInterceptor {
    private readonly inner: NestInterceptor;
    constructor(@Inject(OFFICE) office: Office) {
      this.inner = new (FileInterceptor('file', {
        dest: into(office),
        limits: { fileSize: office.config.uploadLimit, files: 1, fields: 5, fieldSize: 100_000 },
      }))();
    }
    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
      return this.inner.intercept(context, next);
    }
  }
  return mixin(UploadToDisk);
};

/** The name that a browser gave: multer reads it as latin1, and browsers send UTF-8. */
export const nameOf = ({ originalname }: Stored): string => Buffer.from(originalname, 'latin1').toString('utf8');
