/* Ids of acts: 122 random bits, made at the key press. Apart from model/base.h, whose names the
 * library's header would clash with. SOURCE: RFC 9562, version 4. */
#ifndef STORAGE_ID_H
#define STORAGE_ID_H

void id_random(unsigned char bytes[16]);

#endif
