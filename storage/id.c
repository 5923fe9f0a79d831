#include "storage/id.h"

#include <uuid/uuid.h>

void id_random(unsigned char bytes[16])
{
	uuid_generate_random(bytes);
}
