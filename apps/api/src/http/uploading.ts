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

/** Uploads go to disk as they come, at most as large as the configuration says; a workbook never stands in memory twice. */
export const Uploading = () => {
  @Injectable()
  class UploadToDisk implements NestInterceptor {
    private readonly inner: NestInterceptor;
    constructor(@Inject(OFFICE) { imports, config }: Office) {
      this.inner = new (FileInterceptor('file', {
        dest: imports.folder,
        limits: { fileSize: config.uploadLimit, files: 1, fields: 5, fieldSize: 100_000 },
      }))();
    }
    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
      return this.inner.intercept(context, next);
    }
  }
  return mixin(UploadToDisk);
};
