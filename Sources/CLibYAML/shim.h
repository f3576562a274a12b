#if !__has_include(<yaml.h>)
#error "libyaml is missing: run 'make build', or install libyaml-dev"
#endif
#include <yaml.h>
