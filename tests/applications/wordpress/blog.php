<?php
/*
 * SPDX-FileCopyrightText: The Tagsmith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new WordPress of Debian's package, installed into its database by its own code and loaded
 * here, without a web server.
 */

define( 'DB_NAME', getenv( 'TAGSMITH_DATABASE' ) );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'TAGSMITH_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_CONTENT_DIR', getenv( 'HOME' ) . '/wp-content' );
define( 'WP_SITEURL', 'http://blog.example.org' );
define( 'WP_HOME', WP_SITEURL );
define( 'WP_INSTALLING', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_DISABLE_FATAL_ERROR_HANDLER', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', false );
define( 'ABSPATH', '/usr/share/wordpress/' );
$_SERVER['HTTP_HOST'] = 'blog.example.org';
$_SERVER['REQUEST_URI'] = '/';
// Not the default one: Tagsmith has to find it.
$table_prefix = 'blog_';

// WordPress would write to the new administrator.
function wp_new_blog_notification() {
}

mkdir( WP_CONTENT_DIR );
require ABSPATH . 'wp-settings.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
// It would ask itself over the network whether addresses without index.php work.
add_filter( 'pre_http_request', fn() => new WP_Error( 'offline', 'There is no web server.' ) );
wp_install( 'Blog', 'admin', 'admin@example.org', false, '', 'secret' );
wp_installing( false );
wp_cache_flush();
// The posts that every new blog begins with.
foreach ( get_posts( array( 'post_type' => 'any', 'numberposts' => -1, 'post_status' => 'any' ) ) as $post ) {
	wp_delete_post( $post->ID, true );
}
error_reporting( E_ALL & ~E_DEPRECATED );
ini_set( 'display_errors', 'stderr' );
